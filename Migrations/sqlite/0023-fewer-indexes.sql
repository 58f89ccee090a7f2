-- Every start of the program reads the whole schema: indexes that no question uses are left out.
DROP INDEX diagnosis_by_host;
DROP INDEX domain_by_name;
