/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

/**
 * Whether every path that the RE2 expression `later` matches is surely matched
 * by `earlier` too, so that a rule with `later` is never reached after one with
 * `earlier`. Deciding this for all expressions would take an automaton; the
 * cases that occur in repositories need only this:
 *
 *     earlier          later                      why
 *     (none), .*       anything                   matches every path
 *     secrets/.*       secrets/.*                 the same
 *     secrets/         ^apps/secrets/.*\.yaml$    plain text that is part of it
 *     ^secrets/        ^secrets/prod/             plain text at its begin
 *     \.yaml$          ^secrets/.*\.yaml$         plain text at its end
 *
 * @internal
 */
export function covers(
  earlier: string | undefined,
  later: string | undefined,
): boolean {
  if (earlier === undefined || earlier === later) return true;
  // No path has backslashes, and what follows two is hard to tell.
  if (`${earlier} ${later}`.includes('\\\\')) return false;
  const { text, atBegin, atEnd } = trim(earlier);
  if (text === '' && !(atBegin && atEnd)) return true;
  if (later === undefined || !isLiteral(text)) return false;
  if (hasAlternatives(later)) return false;
  const inner = later.replace(/^\^/, '').replace(/\$$/, '');
  if (atBegin && !(later.startsWith('^') && inner.startsWith(text)))
    return false;
  if (atEnd && !(later.endsWith('$') && inner.endsWith(text))) return false;
  return atBegin && atEnd ? inner === text : occursPlainly(text, inner, atEnd);
}

function trim(regex: string) {
  const begin = /^\^?(?:\.\*\??)?/.exec(regex)![0];
  const rest = regex.slice(begin.length);
  const end = /(?:(?<!\\)\.\*\??)?\$?$/.exec(rest)![0];
  return {
    text: rest.slice(0, rest.length - end.length),
    atBegin: begin === '^',
    atEnd: end === '$' && !rest.slice(0, -1).endsWith('\\'),
  };
}

/** Only characters that stand for themselves, escaped or not; a dot is taken too. */
function isLiteral(regex: string): boolean {
  return /^(?:[\w/ .,@=~%#&:;'"<>!-]|\\[^\w])*$/.test(regex);
}

/** A group or class may make the text optional, or one of several. */
function hasAlternatives(regex: string): boolean {
  return /(?<!\\)[|([]/.test(regex);
}

function occursPlainly(text: string, regex: string, last: boolean): boolean {
  const at = last ? regex.length - text.length : regex.indexOf(text);
  if (at < 0) return false;
  const isEscaped = /(?:^|[^\\])(?:\\\\)*\\$/.test(regex.slice(0, at));
  const isRepeated = /^[?*{]/.test(regex.slice(at + text.length));
  return !isEscaped && !isRepeated;
}
