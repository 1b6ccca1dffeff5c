/* The header must compile with nothing before it, in C and in C++. The tests
 * compile this file as each language that onym.h promises. */
#include "onym/onym.h"

/* A translation unit of strict C is not empty. */
typedef onym_status header_alone_is_enough;
