// The program `onym`: reads the command line and hands over to a command.

#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "CLI/CLI.hpp"
#include "tools/onym/commands.h"

namespace onym::tool {
namespace {

// What is wrong with the command line, in one line. Where a command is missing,
// CLI11 says only that, even if it saw a word that is none.
std::string Failure(const CLI::App* app, const CLI::Error& error) {
  const CLI::App* command = app;
  while (!command->get_subcommands().empty()) {
    command = command->get_subcommands().front();
  }
  const std::vector<std::string> unknown = command->remaining();
  std::string what = error.what();
  if (command->get_require_subcommand_min() > 0 && !unknown.empty()) {
    what = unknown.front()[0] == '-' ? "unknown option " : "unknown command ";
    what += unknown.front();
  }
  return "onym: " + what + "; try onym --help\n";
}

int Main(int argc, char** argv) {
  // A reader that goes away is seen as a failed write instead.
  std::signal(SIGPIPE, SIG_IGN);
  CLI::App app("Tokens, sentences and named entities of raw news text", "onym");
  app.set_version_flag("--version", "onym " ONYM_VERSION);
  app.require_subcommand(1);
  app.get_formatter()->column_width(38);
  app.footer("onym COMMAND --help tells more of a command.");
  app.failure_message(Failure);
  Run run;
  AddTagCommand(&app, &run);
  AddTokenizeCommand(&app, &run);
  AddEvalCommand(&app, &run);
  AddTrainCommand(&app, &run);
  AddModelCommand(&app, &run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kExitOk : kExitUsage;
  }
  return run();
}

}  // namespace
}  // namespace onym::tool

int main(int argc, char** argv) {
  try {
    return onym::tool::Main(argc, argv);
  } catch (const std::bad_alloc&) {
    std::fputs("onym: out of memory\n", stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "onym: %s\n", error.what());
  }
  return onym::tool::kExitTrouble;
}
