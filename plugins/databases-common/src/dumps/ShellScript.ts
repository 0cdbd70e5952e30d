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

// The little of a shell script that is read here:
//
//   script   = pipeline { (";" | newline | "&" | "&&" | "||") pipeline }
//   pipeline = command { "|" command }
//   command  = { NAME=value | word | redirection }
//   word     = characters, "…", '…', $NAME, ${NAME}, ${NAME:-value}, $(…)
//
// with for … in … do … done, while … do … done and if … then … fi around them.
// Functions, here-documents and arithmetic are not understood and read as words.

/** A shell script, as far as it matters how it ends. */
export interface ShellScript {
  readonly pipelines: readonly ShellPipeline[];
  /** Whether a command that fails ends it. */
  readonly errexit: boolean;
  /** Whether a pipe fails with any of its commands. */
  readonly pipefail: boolean;
  /** What is assigned in it, and the lists that loops go through. */
  readonly variables: ReadonlyMap<string, readonly string[]>;
}

export interface ShellPipeline {
  readonly commands: readonly ShellCommand[];
  /** What stands between it and the next. */
  readonly before: ';' | '&&' | '||';
  readonly inLoop: boolean;
  /** Whether it is what an `if` or a `while` asks. */
  readonly isCondition: boolean;
}

export interface ShellCommand {
  /** None of an assignment by itself. */
  readonly words: readonly string[];
  /** Where its output goes. */
  readonly output?: string;
}
