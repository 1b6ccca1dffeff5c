// From annotated text and token columns to sets of allowed labels.

#include "train/corpus.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "model/labels.h"
#include "onym/tokenizer.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "train/files.h"

namespace onym {
namespace {

// A token span with a type name of the corpus.
struct Mention {
  uint32_t first_token;
  uint32_t end_token;
  std::string type;
};

// Turns a corpus's type names into labels of the model.
class LabelMap final {
 public:
  LabelMap(const CorpusConfig& config, const std::vector<std::string>& types)
      : config_(config) {
    for (size_t i = 0; i < types.size(); ++i) {
      ids_[types[i]] = static_cast<uint32_t>(i + 1);
    }
    for (uint32_t label = 0; label < LabelOf(Count() + 1, kBegin); ++label) {
      if (label == kOutside || label >= 4) all_.set(label);
    }
    outside_.set(kOutside);
    for (const std::string& name : config.unlabeled) {
      for (uint32_t place = 0; place < 4; ++place) {
        if (ids_.count(name) != 0) outside_.set(ids_[name] * 4 + place);
      }
    }
  }

  absl::Status Check() const {
    for (const auto& [name, targets] : config_.types) {
      for (const std::string& target : targets) {
        if (ids_.count(target) == 0) return Unknown(target);
      }
    }
    for (const std::string& name : config_.unlabeled) {
      if (ids_.count(name) == 0) return Unknown(name);
    }
    return absl::OkStatus();
  }

  // The types, as indexes from 1, that `name` may stand for.
  std::vector<uint32_t> TypesOf(const std::string& name) const {
    if (config_.types.empty()) {
      const auto found = ids_.find(name);
      if (found == ids_.end()) return {};
      return {found->second};
    }
    const auto found = config_.types.find(name);
    std::vector<uint32_t> types;
    if (found == config_.types.end()) return types;
    for (const std::string& target : found->second) {
      types.push_back(ids_.at(target));
    }
    return types;
  }

  const LabelSet& all() const { return all_; }
  const LabelSet& outside() const { return outside_; }

 private:
  uint32_t Count() const { return static_cast<uint32_t>(ids_.size()); }
  absl::Status Unknown(const std::string& type) const {
    return absl::InvalidArgumentError(
        absl::StrCat(config_.path, ": \"", type, "\" is no type of the model"));
  }

  const CorpusConfig& config_;
  std::map<std::string, uint32_t> ids_;
  LabelSet all_, outside_;
};

void MarkMention(const LabelMap& map, const Mention& mention,
                 TrainingDocument* document) {
  const std::vector<uint32_t> types = map.TypesOf(mention.type);
  const uint32_t last = mention.end_token - 1;
  for (uint32_t i = mention.first_token; i <= last; ++i) {
    LabelSet& labels = document->labels[i];
    if (types.empty()) {
      labels = map.all();
      continue;
    }
    const Place place = mention.first_token == last ? kSingle
                        : i == mention.first_token  ? kBegin
                        : i == last                 ? kEnd
                                                    : kInside;
    labels.reset();
    for (uint32_t type : types) labels.set(LabelOf(type, place));
  }
  if (types.size() == 1) {
    document->gold.push_back({document->tokens[mention.first_token].begin,
                              document->tokens[last].end, mention.first_token,
                              mention.end_token, types[0] - 1, 1.0f});
  }
}

// Joins sentences that a mention runs across.
void JoinSentences(const std::vector<Mention>& mentions,
                   std::vector<Sentence>* sentences) {
  std::vector<Sentence> joined;
  size_t next = 0;
  for (const Sentence& sentence : *sentences) {
    while (next < mentions.size() &&
           mentions[next].end_token <= sentence.first_token) {
      ++next;
    }
    if (!joined.empty() && next < mentions.size() &&
        mentions[next].first_token < sentence.first_token) {
      joined.back().end = sentence.end;
      joined.back().end_token = sentence.end_token;
    } else {
      joined.push_back(sentence);
    }
  }
  *sentences = std::move(joined);
}

absl::Status AddAnnotated(const AnnotatedDocument& source, const LabelMap& map,
                          Corpus* corpus) {
  TrainingDocument& document = corpus->documents.emplace_back();
  document.text = source.text;
  const absl::Status status =
      Tokenizer().Tokenize(document.text, &document.tokens);
  if (!status.ok()) return status;
  SentenceSplitter().Split(document.text, document.tokens, &document.sentences);
  document.labels.assign(document.tokens.size(), map.outside());
  corpus->entity_count += source.entities.size();
  std::vector<Mention> mentions;
  const std::vector<Token>& tokens = document.tokens;
  for (const AnnotatedEntity& entity : source.entities) {
    const auto first = std::partition_point(
        tokens.begin(), tokens.end(),
        [&](const Token& token) { return token.end <= entity.begin; });
    const auto end = std::partition_point(
        first, tokens.end(),
        [&](const Token& token) { return token.begin < entity.end; });
    if (first == end) continue;
    if (first->begin != entity.begin || (end - 1)->end != entity.end) {
      ++corpus->unaligned;
      for (auto it = first; it != end; ++it) {
        document.labels[static_cast<size_t>(it - tokens.begin())] = map.all();
      }
      // Counts in the gold set all the same: it is there to be missed.
      const std::vector<uint32_t> types = map.TypesOf(entity.type);
      if (types.size() == 1) {
        document.gold.push_back(
            {entity.begin, entity.end, 0, 0, types[0] - 1, 1.0f});
      }
      continue;
    }
    mentions.push_back({static_cast<uint32_t>(first - tokens.begin()),
                        static_cast<uint32_t>(end - tokens.begin()),
                        entity.type});
  }
  JoinSentences(mentions, &document.sentences);
  for (const Mention& mention : mentions) MarkMention(map, mention, &document);
  return absl::OkStatus();
}

TokenKind KindOf(std::string_view token) {
  bool digit = false;
  for (size_t at = 0; at < token.size();) {
    const DecodedCodePoint decoded = DecodeUtf8(token, at);
    if (IsLetter(decoded.value)) return TokenKind::kWord;
    digit = digit || IsDigit(decoded.value);
    at += decoded.length;
  }
  return digit ? TokenKind::kNumber : TokenKind::kPunctuation;
}

// The mentions of BIO2 tags. Some corpora have tags such as B-O, which are
// taken as O.
std::vector<Mention> MentionsOf(const std::vector<std::string>& tags,
                                uint32_t first_token) {
  std::vector<Mention> mentions;
  for (size_t i = 0; i < tags.size(); ++i) {
    const uint32_t token = first_token + static_cast<uint32_t>(i);
    if (tags[i] == "O") continue;
    const std::string type = tags[i].substr(2);
    if (type == "O") continue;
    const bool continues = tags[i][0] == 'I' && i > 0 && !mentions.empty() &&
                           mentions.back().end_token == token &&
                           mentions.back().type == type;
    if (continues) {
      ++mentions.back().end_token;
    } else {
      mentions.push_back({token, token + 1, type});
    }
  }
  return mentions;
}

void AddBioSentence(const BioSentence& source, const LabelMap& map,
                    Corpus* corpus) {
  TrainingDocument* document = &corpus->documents.back();
  const auto first_token = static_cast<uint32_t>(document->tokens.size());
  for (const std::string& token : source.tokens) {
    if (!document->text.empty()) document->text.push_back(' ');
    const auto begin = static_cast<uint32_t>(document->text.size());
    document->text += token;
    document->tokens.push_back({begin,
                                static_cast<uint32_t>(document->text.size()),
                                KindOf(token), kTokenSpaceBefore});
  }
  const auto end_token = static_cast<uint32_t>(document->tokens.size());
  document->sentences.push_back({document->tokens[first_token].begin,
                                 document->tokens.back().end, first_token,
                                 end_token});
  document->labels.resize(end_token, map.outside());
  for (const Mention& mention : MentionsOf(source.tags, first_token)) {
    MarkMention(map, mention, document);
    ++corpus->entity_count;
  }
}

// Calls visit(document) for each line.
template <typename Visit>
absl::Status ForEachDocument(const std::string& content, Visit visit) {
  size_t number = 0;
  for (absl::string_view line : absl::StrSplit(content, '\n')) {
    ++number;
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    absl::StatusOr<AnnotatedDocument> document =
        ParseAnnotatedJson(std::string_view(line.data(), line.size()));
    if (!document.ok()) {
      return absl::Status(
          document.status().code(),
          absl::StrCat("line ", number, ": ", document.status().message()));
    }
    const absl::Status status = visit(*document);
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status ReadJsonl(const std::string& content, const LabelMap& map,
                       Corpus* corpus) {
  return ForEachDocument(content, [&](const AnnotatedDocument& document) {
    return AddAnnotated(document, map, corpus);
  });
}

// The content of the corpus's file, which must not be blank.
absl::StatusOr<std::string> ReadContent(const CorpusConfig& config) {
  absl::StatusOr<std::string> content = ReadFile(config.path);
  if (content.ok() &&
      content->find_first_not_of(" \t\r\n") == std::string::npos) {
    return absl::InvalidArgumentError(
        absl::StrCat(config.path, ": no documents"));
  }
  return content;
}

bool IsBio(const CorpusConfig& config) {
  return !absl::EndsWith(config.path, ".jsonl") &&
         !absl::EndsWith(config.path, ".json");
}

// `status` with the corpus's name in front, if it is not there already.
absl::Status InFile(const CorpusConfig& config, const absl::Status& status) {
  if (status.ok() || absl::StartsWith(status.message(), config.path)) {
    return status;
  }
  return absl::Status(status.code(),
                      absl::StrCat(config.path, ": ", status.message()));
}

absl::Status CollectTypes(const CorpusConfig& config,
                          std::set<std::string>* types) {
  absl::StatusOr<std::string> content = ReadContent(config);
  if (!content.ok()) return content.status();
  if (!IsBio(config)) {
    return ForEachDocument(*content, [&](const AnnotatedDocument& document) {
      for (const auto& entity : document.entities) types->insert(entity.type);
      return absl::OkStatus();
    });
  }
  absl::StatusOr<std::vector<BioSentence>> sentences = ParseBio(*content);
  if (!sentences.ok()) return sentences.status();
  for (const BioSentence& sentence : *sentences) {
    for (const Mention& mention : MentionsOf(sentence.tags, 0)) {
      types->insert(mention.type);
    }
  }
  return absl::OkStatus();
}

absl::Status ReadBio(const std::string& content, const LabelMap& map,
                     int document_sentences, Corpus* corpus) {
  absl::StatusOr<std::vector<BioSentence>> sentences = ParseBio(content);
  if (!sentences.ok()) return sentences.status();
  // A file that tells where documents begin is believed.
  const bool tells = std::any_of(
      sentences->begin(), sentences->end(),
      [](const BioSentence& sentence) { return sentence.begins_document; });
  int in_document = 0;
  for (const BioSentence& sentence : *sentences) {
    if (corpus->documents.empty() || sentence.begins_document ||
        (!tells && in_document >= document_sentences)) {
      corpus->documents.emplace_back();
      in_document = 0;
    }
    AddBioSentence(sentence, map, corpus);
    ++in_document;
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Corpus> ReadCorpus(const CorpusConfig& config,
                                  const std::vector<std::string>& types) {
  const LabelMap map(config, types);
  absl::Status status = map.Check();
  if (!status.ok()) return status;
  absl::StatusOr<std::string> content = ReadContent(config);
  if (!content.ok()) return content.status();
  Corpus corpus;
  status = IsBio(config)
               ? ReadBio(*content, map, config.document_sentences, &corpus)
               : ReadJsonl(*content, map, &corpus);
  if (!status.ok()) return InFile(config, status);
  for (const TrainingDocument& document : corpus.documents) {
    corpus.token_count += document.tokens.size();
  }
  return corpus;
}

absl::StatusOr<std::vector<std::string>> TypesOf(
    const std::vector<CorpusConfig>& corpora) {
  std::set<std::string> types;
  for (const CorpusConfig& config : corpora) {
    const absl::Status status = CollectTypes(config, &types);
    if (!status.ok()) return InFile(config, status);
  }
  return std::vector<std::string>(types.begin(), types.end());
}

TrainingDocument WithoutCase(const TrainingDocument& document) {
  TrainingDocument lower = document;
  // The words are read through their offsets, which must stay; the few letters
  // whose small form has another length keep their case.
  std::string text;
  for (size_t at = 0; at < document.text.size();) {
    const DecodedCodePoint decoded = DecodeUtf8(document.text, at);
    std::string small;
    AppendUtf8(ToLower(decoded.value), &small);
    if (!decoded.well_formed || small.size() != decoded.length) {
      small = document.text.substr(at, decoded.length);
    }
    text += small;
    at += decoded.length;
  }
  lower.text = std::move(text);
  return lower;
}

}  // namespace onym
