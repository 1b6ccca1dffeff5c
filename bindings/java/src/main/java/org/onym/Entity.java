package org.onym;

/**
 * A mention of a name, date, number and so on. It covers at least one token, and
 * tokens of one sentence only.
 *
 * @param begin the first character of the text
 * @param end the character of the text after the last
 * @param firstToken the first of its tokens in the list of the document
 * @param endToken the token after its last
 * @param type such as "PERSON"
 * @param confidence the probability that place and type are right
 * @param group a number that mentions of one thing share; 0 for none
 * @param flags bits; expect some
 */
public record Entity(
    int begin, int end, int firstToken, int endToken,
    String type, float confidence, int group, int flags) {}
