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

import { parseQuantity } from './parseQuantity';

/**
 * What a person who wrote something else than a quantity most likely means:
 * `20GB` → `20Gi`, `1,5 gb` → `1.5Gi`, `512mb` → `512Mi`, `lots` → the example.
 *
 * @public
 */
export function suggestQuantity(text: string, example: string): string {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*([kmgtpe])?i?b?(?:ytes?)?\s*$/i.exec(
    text,
  );
  if (!match) {
    return example;
  }
  const [, digits, letter = exampleLetter(example)] = match;
  const unit = letter && `${letter.toUpperCase()}i`;
  const suggestion = `${digits.replace(',', '.')}${unit}`;
  return parseQuantity(suggestion) ? suggestion : example;
}

function exampleLetter(example: string): string {
  return /([KMGTPE])i$/.exec(example)?.[1] ?? '';
}
