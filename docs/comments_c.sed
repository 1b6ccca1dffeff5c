# Prepares the comments of onym.h, which are Doxygen's own but for these points.

# Lines indented by three spaces are code; Markdown wants four.
s|^( *\*)   |\1       |
t

# The conventions at the top are a list: a term, then its text.
s/^ \* (Text|Offsets|Objects|Statuses|Arguments|Threads|Manners|Versions) +/ * - **\1** /

# In a comment, @ and & are signs, not commands, except in @file and @defgroup.
/^ *\/?\*/ {
  /@(file|defgroup)/! s|@([a-z])|\\@\1|g
  s|&([a-z#][a-z0-9]*;)|\&amp;\1|g
}
