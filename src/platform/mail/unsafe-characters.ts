// Characters that must not reach a mail header, an SMTP command or a line of text. From the
// narrowest set, which guards what we write, to the widest, which guards what people type.
/* eslint-disable no-control-regex */

/**
 * Could end a header field or hide in one: controls (RFC 5322, 2.2) and the line breaks of Unicode.
 * A tab is white space there, and allowed.
 */
export const UNSAFE_IN_HEADER = /[\u0000-\u0008\u000a-\u001f\u007f\u2028\u2029]/

/**
 * Could end the path of MAIL or RCPT, or the command (RFC 5321, 4.1.2). Angle brackets are valid in
 * a quoted local part, but many relays would read one as the end of the path.
 */
export const UNSAFE_IN_PATH = /[<>\u0000-\u001f\u007f]/

/**
 * Not part of one line of text: all controls, the line breaks of Unicode, lone surrogates, and
 * noncharacters, which XML does not admit.
 */
export const UNSAFE_IN_LINE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]/u

/** Not part of a text of several lines: the same, but for tabs and line breaks. */
export const UNSAFE_IN_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Cs}\p{Noncharacter_Code_Point}]/u

/**
 * Reverse the direction of the text that follows, so that readers see another text (UTR 36, 2.8).
 */
export const TURNS_DIRECTION = /[\u202a-\u202e\u2066-\u2069]/

/**
 * The same, and the marks for a single place (UAX 9, 2). Running Arabic or Hebrew text needs these
 * marks, a single line does not.
 */
export const MARKS_DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
