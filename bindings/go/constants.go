// Code generated from onym.h by bindings/generate.py; DO NOT EDIT.

package onym

const (
	ABIVersion  = 1
	MaxTextSize = 4294967294
)

// Feature: What a build of the library may have or lack.
type Feature int32

const (
	// A model is built in: onym_tagger_open_default finds it. Since 1.0.
	FeatureDefaultModel Feature = 1
	// ONYM_OPTION_THREADS has an effect. Since 1.0.
	FeatureThreads Feature = 2
)

// Status: Statuses. The numbers are those of absl::StatusCode and of gRPC; not
// all are in use.
type Status int32

const (
	// The call did what it says.
	StatusOK Status = 0
	// The caller's onym_progress asked to stop.
	StatusCancelled Status = 1
	StatusUnknown   Status = 2
	// An argument is wrong, whatever the state of the world.
	StatusInvalidArgument  Status = 3
	StatusDeadlineExceeded Status = 4
	// There is no such file.
	StatusNotFound      Status = 5
	StatusAlreadyExists Status = 6
	// The operating system does not allow to read the file.
	StatusPermissionDenied Status = 7
	// Memory ran out.
	StatusResourceExhausted Status = 8
	// The model was written for another version of the library.
	StatusFailedPrecondition Status = 9
	StatusAborted            Status = 10
	StatusOutOfRange         Status = 11
	StatusUnimplemented      Status = 12
	// A defect of the library; please report it.
	StatusInternal    Status = 13
	StatusUnavailable Status = 14
	// The model is truncated or altered.
	StatusDataLoss        Status = 15
	StatusUnauthenticated Status = 16
)

// Unit: A unit in which offsets count. What is no well-formed UTF-8 counts as
// if U+FFFD stood there, once for each maximal subpart (The Unicode Standard,
// section 3.9), as most decoders have it.
type Unit int32

const (
	UnitByte Unit = 0
	// Characters of Python's strings.
	UnitCodePoint Unit = 1
	// Code units of the strings of Java, JavaScript and .NET.
	UnitUTF16 Unit = 2
)

// Option: Keys of options.
type Option int32

const (
	// double in [0, 1], default 0: entities below this confidence are left out.
	// Since 1.0.
	OptionMinConfidence Option = 1
	// int, one of onym_unit, default ONYM_UNIT_BYTE: the unit of every `begin` and
	// `end` of the document. Costs one more pass over a text that is not ASCII.
	// Since 1.0.
	OptionOffsetUnit Option = 2
	// int in [0, 1024], default 1: how many threads, the calling one included,
	// share the texts of a batch; 0 means one for each processor. The results do
	// not depend on it. Since 1.0.
	OptionThreads Option = 3
)

// TokenKind: What a token looks like.
type TokenKind uint16

const (
	// Letters of any script, contractions, abbreviations.
	TokenWord TokenKind = 0
	// Digits with their separators, sign or suffix (26th).
	TokenNumber TokenKind = 1
	// Quotes, brackets, stops, dashes, ellipses.
	TokenPunctuation TokenKind = 2
	// Currency, percent, mathematical and other signs.
	TokenSymbol  TokenKind = 3
	TokenURL     TokenKind = 4
	TokenEmail   TokenKind = 5
	TokenHashtag TokenKind = 6
	// @name
	TokenMention TokenKind = 7
	// One emoji sequence with its modifiers and joiners.
	TokenEmoji TokenKind = 8
	// Control characters, ill-formed UTF-8.
	TokenOther TokenKind = 9
)

// TokenFlag: Bits of onym_token.flags.
type TokenFlag uint16

const (
	// White space, or the start of the text, stands before the token.
	TokenSpaceBefore TokenFlag = 1
	// The token holds an HTML character reference such as &rdquo;, which
	// onym_decode_references replaces.
	TokenHasReference TokenFlag = 2
)

// Info: Keys of what a model says of itself.
type Info int32

const (
	// string
	InfoName Info = 1
	// string: the model's own version.
	InfoVersion Info = 2
	// string: an SPDX expression.
	InfoLicense Info = 3
	// string: a BCP 47 tag such as "en".
	InfoLanguage Info = 4
	// string: sources and scores, in Markdown.
	InfoDescription Info = 5
	// number: the version of the file format.
	InfoFormatVersion Info = 6
	// number: the size of the model in bytes.
	InfoFileSize Info = 7
)
