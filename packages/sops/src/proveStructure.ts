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

import { ProofError } from './errors/ProofError';
import type { SopsFile } from './metadata/splitMetadata';
import type { CreationRule } from './rules/model';
import { ruleName } from './rules/ruleName';
import { compileSelector } from './rules/selector';
import { findProblems } from './structure/findProblems';
import type { Problem } from './structure/problem';

/**
 * What a file is proved against.
 *
 * @public
 */
export interface ProveOptions {
  /** The one from `findCreationRule`. */
  readonly rule: CreationRule;
  /** As in `EncryptOptions`. */
  readonly wholeFile?: boolean;
}

/**
 * What `prove` does, for a file that has been read already.
 *
 * @internal
 */
export function proveStructure(
  { documents, metadata }: SopsFile,
  { rule, wholeFile = false }: ProveOptions,
): void {
  const [problem] = findProblems(documents, metadata, rule).filter(
    ({ code }) => !(wholeFile && code === 'encrypted-manifest'),
  );
  if (problem !== undefined) {
    throw new ProofError(problem.path, explain(problem, rule));
  }
}

/** Most failures are a rule that does not cover what its author believes. */
function explain({ code, path, message }: Problem, rule: CreationRule): string {
  const { origin, selector } = rule;
  const expression = `${selector.option} ${selector.value}`;
  const name = ruleName(rule);
  switch (code) {
    case 'clear-value':
    case 'nothing-encrypted': {
      if (compileSelector(selector)(path.split('.'), [], false)) {
        return `${message}. Somebody wrote it into the encrypted file: encrypt the file again, and use another value. Nothing was published.`;
      }
      const others = origin.shadows
        .map(index => `rule ${index + 1}`)
        .join(', ');
      const shadow =
        others === ''
          ? `If another rule was meant for this file, ${name} shadows it.`
          : `It shadows ${others}, which would match this file too.`;
      return (
        `${message}. ${name} is the first that matches the file, and its ` +
        `${expression} does not cover ${path || 'anything in it'}. ${shadow} ` +
        'Extend the expression, or reorder the rules. Nothing was published.'
      );
    }
    case 'encrypted-manifest':
      return (
        `${message}. ${name} encrypts by ${expression}: for Kubernetes objects ` +
        'use encrypted_regex ^(data|stringData)$.'
      );
    default:
      return `${message}. The file was checked against: ${name}.`;
  }
}
