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

import { Fields } from '../observation';
import { shortText } from './shortText';

const stores = ['gcs', 'azure', 'b2', 'rest', 'swift', 'local'] as const;

/** Where k8up sends backups, for people. */
export function k8upBackend(spec: Fields): string | undefined {
  const s3 = spec.at('backend', 's3');
  if (s3.present) {
    const named = [s3.string('bucket') ?? 's3', hostIn(s3.string('endpoint'))];
    return shortText(named.filter(Boolean).join(' at '), 160);
  }
  return stores.find(store => spec.at('backend', store).present);
}

function hostIn(endpoint: string | undefined): string | undefined {
  return endpoint
    ?.replace(/^[a-z]+:\/\//i, '')
    .replace(/^.*@/, '')
    .replace(/[/:].*$/, '');
}
