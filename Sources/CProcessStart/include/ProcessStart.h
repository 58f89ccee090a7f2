#ifndef PROCESS_START_H
#define PROCESS_START_H

/// The words of the command, the program's name first, a null pointer last. Null when the system handed over none.
char *const *process_start_words(void);

/// The variables as "NAME=value", a null pointer last. Null when the system handed over none.
char *const *process_start_variables(void);

/// From now on blocks of a megabyte and more go back to the system when they are freed. By itself the allocator keeps, once one of
/// them was freed, the place of up to 32 megabytes for later.
void process_give_memory_back(void);

#endif
