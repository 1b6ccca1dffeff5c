/* The header may be included twice, and beside the headers that programs
 * usually have before it. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "onym/onym.h"
/* Not sorted away: the second time is what this file is for. */
#include "onym/onym.h"

typedef onym_entity header_twice_is_enough;
