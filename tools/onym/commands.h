// The commands of the program, each in the source file of its name.

#ifndef ONYM_TOOLS_ONYM_COMMANDS_H_
#define ONYM_TOOLS_ONYM_COMMANDS_H_

#include <functional>

#include "CLI/CLI.hpp"

namespace onym::tool {

// What the program exits with.
enum ExitStatus : int {
  kExitOk = 0,
  kExitTrouble = 1,  // with input, output or model; said on standard error
  kExitUsage = 2,    // the command line makes no sense
};

// What is left to do once the command line is parsed; returns an ExitStatus.
using Run = std::function<int()>;

// Each of these adds one command with its options to *app. If the command line
// names the command, *run is set to what carries it out. *run must outlive
// *app.
void AddTagCommand(CLI::App* app, Run* run);
void AddTokenizeCommand(CLI::App* app, Run* run);
void AddEvalCommand(CLI::App* app, Run* run);
void AddTrainCommand(CLI::App* app, Run* run);
void AddModelCommand(CLI::App* app, Run* run);

}  // namespace onym::tool

#endif  // ONYM_TOOLS_ONYM_COMMANDS_H_
