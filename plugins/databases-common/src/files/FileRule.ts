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

import { Finding, Severity, Violation } from '../model';
import { InspectedTree } from './InspectedTree';

/**
 * - `change`: over the files of a working tree, before they are merged
 * - `live`: over the files that the reader of repositories watches
 *
 * @public
 */
export type FileStage = 'change' | 'live';

/**
 * One thing that must hold in the files of a repository. `check` is total and
 * pure; it returns nothing when all is well.
 *
 * @public
 */
export interface FileRule {
  /** Stable, kebab-case; waivers and runbooks refer to it. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly stages: readonly FileStage[];
  /** Also in files that only show how something is done. */
  readonly evenInExamples?: boolean;
  /** Run by the conformance suite, and printed in the reference. */
  readonly examples: {
    readonly good: FileExample;
    readonly bad: FileExample;
  };
  check(
    tree: InspectedTree,
    options: FileRuleOptions,
  ): readonly FileViolation[];
}

/** @public */
export interface FileRuleOptions {
  /** UTC ISO instant. */
  readonly now: string;
  /** How old a value may become, in days; left out: nobody asks. */
  readonly rotationDays?: number;
}

/**
 * Files that pass or fail, by their paths.
 *
 * @public
 */
export interface FileExample {
  readonly reason: string;
  readonly files: { readonly [path: string]: string };
  /** Earlier texts of some of them, newest first, committed a month apart. */
  readonly history?: { readonly [path: string]: readonly string[] };
}

/** @public */
export interface FileViolation extends Violation {
  readonly place: FilePlace;
}

/** @public */
export interface FilePlace {
  readonly path: string;
  readonly line: number;
  /** Key of the value it is about. */
  readonly key?: string;
  readonly commit?: string;
}

/**
 * A finding with its place in a repository.
 *
 * @public
 */
export interface FileFinding extends Finding {
  readonly place: FilePlace;
  readonly waiver?: {
    readonly reason: string;
    readonly owner: string;
    readonly until: string;
  };
}
