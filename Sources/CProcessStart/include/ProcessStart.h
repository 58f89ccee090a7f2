#ifndef PROCESS_START_H
#define PROCESS_START_H

/// The words of the command, the program's name first, a null pointer last. Null when the system handed over none.
char *const *process_start_words(void);

/// The variables as "NAME=value", a null pointer last. Null when the system handed over none.
char *const *process_start_variables(void);

#endif
