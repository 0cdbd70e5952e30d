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

import { templateValues } from '../naming';
import { isProduction } from './environmentOf';
import { TemplateSample } from './inferTemplate';

/** A value that files show, or texts that a template is inferred from. */
export interface Lesson {
  /** Such as `['options', 'names', 'cluster']`. */
  readonly path: readonly string[];
  readonly samples?: readonly TemplateSample[];
  readonly value?: unknown;
  readonly evidence?: readonly string[];
}

/**
 * A text as the names of one app in one environment explain it; none for none.
 *
 * @param names - further placeholders
 */
export function sampleOf(
  known: {
    readonly app: string;
    readonly environment: string;
    readonly path: string;
  },
  text: string | undefined,
  names: TemplateSample['values'] = {},
): TemplateSample[] {
  const { app, environment: name, path } = known;
  const placeholders = templateValues(app, {
    name,
    production: isProduction(name),
  });
  return text === undefined
    ? []
    : [{ text, path, values: { ...placeholders, ...names } }];
}
