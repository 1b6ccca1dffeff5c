// Standard output with every error seen, and messages on standard error.

#ifndef ONYM_TOOLS_ONYM_OUTPUT_H_
#define ONYM_TOOLS_ONYM_OUTPUT_H_

#include <string>
#include <string_view>

namespace onym::tool {

// Writes to a file descriptor, unbuffered: callers hand over large pieces.
class Output final {
 public:
  explicit Output(int descriptor) : descriptor_(descriptor) {}

  // Writes all of `bytes`. Does nothing after a failure.
  void Write(std::string_view bytes);

  // Closes the descriptor, which is when some file systems report that the disk
  // is full. Says on standard error what failed, except that a pipe whose
  // reader has gone fails silently. Returns whether everything was written.
  bool Close();

  // Whether a write has failed; more input is then of no use.
  bool failed() const { return error_ != 0; }

 private:
  int descriptor_;
  int error_ = 0;  // errno of the first failure
};

// Prints "onym: MESSAGE" as one line on standard error.
void PrintError(std::string_view message);

// What the system says of an errno, such as "No such file or directory".
std::string ErrorText(int error);

}  // namespace onym::tool

#endif  // ONYM_TOOLS_ONYM_OUTPUT_H_
