// For tests: what nobody means well. Each is one text; what they have in common is that something has choked on it.

/** Markup and scripts, in the ways in which they get into pages. Each that would run calls `alert` or sets `__xss`. */
export const markup = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg/onload=alert(1)>', '<a href="javascript:alert(1)">x</a>', 'javascript:alert(1)', '[x](javascript:alert(1))', 'data:text/html,<script>alert(1)</script>',
  'https://example.org/"onmouseover="alert(1)', "https://example.org/'><script>alert(1)</script>", 'http://[::1', 'https://', 'https://a b', '&lt;script&gt;', '%3Cscript%3E', '<!--', ']]>', '</p></div></body>', '{{7*7}}', '${7*7}',
  '</title><script>__xss=1</script>', '</script><script>__xss=1</script>', '\'"`><img src=x onerror=__xss=1>', '<math><mtext></p><img src onerror=__xss=1>',
] as const

/** Characters that databases, parsers and readers choke on. */
export const characters = [
  '\u0000', 'a\u0000b', '\\u0000', '%00', '\ud800', '\udfff\ud83d', '\ud800\udc00'.repeat(30), '\ufeffa', '\ufffe', 'a\u202eb', '\u2066x\u2069', '\u200b'.repeat(30), 'ad\u200bmin', `z${'\u0336'.repeat(50)}`, 'Z\u0301\u0316a\u0301\u0316',
  '\ud83d\udc69\u200d\ud83d\ude80', '\r\n\r\n\r\na', '\u2028\u2029', '\u001b[31m', `${'a'.repeat(39)}\u{1d400}`, 'ﬁﬃ', 'İıſ', 'ａｄｍｉｎ', 'Тoruń',
] as const

/** Signs that mean something to SQL, LIKE, tsquery, regular expressions, spreadsheets, JSON and JavaScript. */
export const specials = [
  "'; drop table comments; --", "' or 1=1 --", '%_\\:*!&|', 'a:* & ! | (', '\\', '"', '((a+)+)$', '()[]*+?', '=1+1', '＝1', '{"__proto__":{"roles":["admin"]}}', '__proto__', 'constructor', 'null', 'undefined', 'NaN', '1e309', '-1', '0x10', '99999999999999999999', '../../etc/passwd', '{x}', "''",
] as const

export const naughty = [...markup, ...characters, ...specials] as const
