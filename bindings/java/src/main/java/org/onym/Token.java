package org.onym;

/**
 * A word, number, sign or mark. White space belongs to no token, every other
 * character to exactly one.
 *
 * @param begin the first character of the text
 * @param end the character of the text after the last
 * @param kind one of {@link Constants.TokenKind}; expect new ones
 * @param flags bits of {@link Constants.TokenFlag}; expect new ones
 */
public record Token(int begin, int end, int kind, int flags) {}
