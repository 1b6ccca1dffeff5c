# Turns the plain comments of the C++ headers into those that Doxygen reads.

# The first comment of a file describes the file. The line that this adds is
# taken away at the first empty one, so that warnings name the right line.
1s|^//|/// \\file\n///|
0,/^$/ { /^$/d }

# Lines indented by three spaces are code; Markdown wants four.
s|^( *)//   |\1///     |
t

# In a comment, @ and & are signs, not commands.
/\/\// {
  s|@([a-z])|\\@\1|g
  s|&([a-z#][a-z0-9]*;)|\&amp;\1|g
}
s|^( *)//([^/]\|$)|\1///\2|

# A comment after a declaration belongs to it.
s|([;,{] +)// |\1///< |
