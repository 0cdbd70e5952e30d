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

import { ApiProblem } from './ApiProblem';

/** Milliseconds: what should not have been sent is not fetched again and again. */
const ASK_AGAIN = 5 * 60_000;

/**
 * Lets an answer through that has only metadata. The header that asks for that is
 * a wish: something that stands between may drop it, and whole objects come.
 *
 * @param name - of the kind, for the words
 * @throws ApiProblem that quotes nothing of the answer
 */
export function expectOnlyMetadata(
  name: string,
  answer: any,
  kind: 'PartialObjectMetadata' | 'PartialObjectMetadataList',
): void {
  const objects =
    kind === 'PartialObjectMetadata' ? [answer] : (answer?.items ?? []);
  if (answer?.kind !== kind || !objects.every(hasOnlyMetadata)) {
    throw new ApiProblem(
      'failing',
      `The answer had more of ${name} than the metadata that was asked for, and was dropped. Look at what stands between the portal and the API server: it must leave the Accept header as it is. It is asked again in five minutes.`,
      { retryAfter: ASK_AGAIN },
    );
  }
}

function hasOnlyMetadata(object: object): boolean {
  return Object.keys(object ?? {}).every(field =>
    ['apiVersion', 'kind', 'metadata'].includes(field),
  );
}
