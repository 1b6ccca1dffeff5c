// Tests of the HTML page.

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "io/writer.h"
#include "tests/io/sample_document.h"

namespace onym {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(HtmlWriterTest, Golden) {
  constexpr char kText[] = "Ann & Bo <Lee>\nat Acme\n";
  const Document document = SampleDocument(
      kText, {{0, 1, 0, 0.987f}, {2, 4, 0, 1.f}, {5, 6, 1, 1.f}});
  EXPECT_EQ(
      Written(*NewHtmlWriter(Show::kEntities, SampleTypes()), "a<b>.txt", kText,
              document),
      R"(<article>
<h2>a&lt;b&gt;.txt</h2>
<p class="legend"><mark class="PERSON" data-type="PERSON">PERSON 2</mark>
<mark class="ORG" data-type="ORG">ORG 1</mark></p>
<div class="text"><mark class="PERSON" data-type="PERSON")"
      R"( title="confidence 0.99">Ann</mark> &amp; )"
      R"(<mark class="PERSON" data-type="PERSON" title="confidence 1.00">)"
      R"(Bo &lt;Lee&gt;</mark>
at <mark class="ORG" data-type="ORG" title="confidence 1.00">Acme</mark>
</div>
</article>
)");
}

TEST(HtmlWriterTest, TokensGolden) {
  constexpr char kText[] = " Ann & Bo\n\nat Acme\n";
  EXPECT_EQ(Written(*NewHtmlWriter(Show::kTokens, {}), "1", kText,
                    SampleDocument(kText)),
            R"(<article>
<h2>1</h2>
<div class="text"> <span class="sentence"><span class="token">Ann</span> )"
            R"(<span class="token">&amp;</span> <span class="token">Bo</span>)"
            R"(</span>

<span class="sentence"><span class="token">at</span> )"
            R"(<span class="token">Acme</span></span>
</div>
</article>
)");
}

TEST(HtmlWriterTest, PageIsCompleteAndStandsAlone) {
  const auto writer = NewHtmlWriter(Show::kEntities, SampleTypes());
  std::string page;
  writer->AppendHeader(&page);
  EXPECT_THAT(page, StartsWith("<!DOCTYPE html>\n<html>\n<head>\n"));
  EXPECT_THAT(page, HasSubstr("<meta charset=\"utf-8\">"));
  EXPECT_THAT(page, HasSubstr("mark.PERSON { background: #afd7ff; }"));
  EXPECT_THAT(page, EndsWith("</head>\n<body>\n"));
  writer->AppendFooter(&page);
  EXPECT_THAT(page, EndsWith("</body>\n</html>\n"));
  for (const char* load : {"src=", "href=", "url(", "@import", "http"}) {
    EXPECT_THAT(page, Not(HasSubstr(load)));
  }
}

TEST(HtmlWriterTest, NamesOfTypesAreMadeSafe) {
  const auto writer =
      NewHtmlWriter(Show::kEntities, {"a<b", "1 }x", "", "creative-work"});
  std::string header;
  writer->AppendHeader(&header);
  EXPECT_THAT(header, HasSubstr("mark.a_b {"));
  EXPECT_THAT(header, HasSubstr("mark._1__x {"));
  EXPECT_THAT(header, HasSubstr("mark._ {"));
  EXPECT_THAT(header, HasSubstr("mark.creative-work {"));
  const std::string written =
      Written(*writer, "1", "x", SampleDocument("x", {{0, 1, 2, 1.f}}));
  EXPECT_THAT(written, HasSubstr("<mark class=\"a_b\" data-type=\"a&lt;b\""));
}

TEST(HtmlWriterTest, EmptyDocumentHasNoLegend) {
  EXPECT_EQ(Written(*NewHtmlWriter(Show::kEntities, {}), "", "", Document()),
            "<article>\n<h2></h2>\n<div class=\"text\"></div>\n</article>\n");
}

}  // namespace
}  // namespace onym
