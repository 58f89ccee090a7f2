#ifndef CSHA256_H
#define CSHA256_H

#include <stddef.h>
#include <stdint.h>

/// Takes blocks of 64 bytes into the eight words of a SHA-256 with the instructions that some processors have for it.
/// `constants` are the 64 of the standard. Returns 0, and does nothing, where the processor has none.
int csha256_add(uint32_t *words, const uint8_t *blocks, size_t count, const uint32_t *constants);

#endif
