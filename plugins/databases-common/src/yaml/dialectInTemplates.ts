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

import { SecretDialect } from './SecretDialect';

/**
 * What the templates of a chart do with a key tells what it has to be. They are
 * text to us: only the usual ways to write it are recognized.
 */
export function dialectInTemplates(
  key: string,
  templates: string,
): SecretDialect | undefined {
  const value = `\\.Values\\.(?:\\w+\\.)?${key}\\b`;
  if (new RegExp(`${value}\\.secretRef`).test(templates)) {
    return 'map';
  }
  const asYaml = `toYaml\\s+\\$?${value}|${value}\\s*\\|\\s*toYaml`;
  if (new RegExp(asYaml).test(templates)) {
    return 'references';
  }
  const range = `range\\s[^}]*${value}[^}]*\\}\\}([^]{0,400})`;
  const [, body = ''] = new RegExp(range).exec(templates) ?? [];
  if (/\.secret\b/.test(body)) {
    return 'secrets';
  }
  return /name:\s*\{\{-?\s*(?:tpl\s+)?\.\s/.test(body) ? 'names' : undefined;
}
