package org.onym;

/**
 * A sentence, headline, caption or other stretch that stands by itself.
 *
 * @param begin the first character of the text
 * @param end the character of the text after the last
 * @param firstToken the first of its tokens in the list of the document
 * @param endToken the token after its last
 * @param flags bits; expect some
 */
public record Sentence(int begin, int end, int firstToken, int endToken, int flags) {}
