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

import { isPrintable } from './isPrintable';

/** Without the underscores of a number. */
const READ_AS_SOMETHING_ELSE = new RegExp(
  `^(?:${[
    '~|null|Null|NULL',
    'y|Y|yes|Yes|YES|on|On|ON|true|True|TRUE',
    'n|N|no|No|NO|off|Off|OFF|false|False|FALSE',
    '[-+]?0[oO][0-7]+',
    '[-+]?0[xX][0-9a-fA-F]+',
    '[-+]?0[bB][01]+',
    '[-+]?[0-9]*(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?',
    '[-+]?\\.(?:inf|Inf|INF|nan|NaN|NAN)',
    '[-+]?[0-9]+(?::[0-9]{1,2})+(?:\\.[0-9]*)?',
    '[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt\\s].*)?',
    '<<|=',
  ].join('|')})$`,
);

const SYNTAX =
  /^[?:,[\]{}#&*!|>'"%@`]|^-(?:\s|$)|^---|^\.\.\.|^\s|\s$|:\s|:$|\s#/;

/**
 * Whether a string can be written without quotes: every reader, of YAML 1.1 and
 * of 1.2, reads the same string from it. Kubernetes tools read a mixture
 * (go-yaml), so what any of them takes for something else is quoted:
 *
 * ```
 * null       ~ null Null NULL
 * boolean    y yes on true n no off false, as Yes and YES too
 * integer    12 1_000 0o7 010 0x1f 0b1
 * float      1.5 .5 . 1e3 e3 .inf .nan
 * base 60    1:30 190:20:30.15
 * timestamp  2026-01-31 2026-01-31T10:00:00Z
 * merge      << =
 * syntax     what begins with an indicator, holds ": " or " #", ends with ":",
 *            has space around it or characters that do not print
 * ```
 *
 * @param inFlow - inside `[…]` or `{…}`, where these and the comma separate
 */
export function isPlainSafe(text: string, inFlow: boolean = false): boolean {
  return (
    text !== '' &&
    !READ_AS_SOMETHING_ELSE.test(
      /^[-+.0-9]/.test(text) ? text.replace(/_/g, '') : text,
    ) &&
    isPrintable(text) &&
    !SYNTAX.test(text) &&
    !(inFlow && /[,[\]{}]|:$|^-/.test(text))
  );
}
