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

import { DumpToolUse } from './dumpTools';
import { JobContainer } from './JobContainer';
import { ShellPipeline } from './ShellScript';
import { Substitution } from './Substitution';

/** One call of a tool that copies a database, in its place. */
export interface DumpRun {
  readonly use: DumpToolUse;
  readonly container: JobContainer;
  readonly pipeline: ShellPipeline;
  /** Index of its pipeline in the script, and of its command in the pipeline. */
  readonly at: number;
  readonly index: number;
  /** What the tool is given, without its own name. */
  readonly words: readonly string[];
  /** A pod or a workload that it runs in, when another one than the job's own. */
  readonly inside?: { readonly name: string; readonly namespace?: string };
  readonly substitution: Substitution;
}
