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

import { ClusterTransport } from './ClusterTransport';

/**
 * What the `Accept` header asks an API server for, so that of its objects only the
 * metadata come:
 *
 * - a list: `{kind: PartialObjectMetadataList, items: [{metadata}]}`
 * - the object of each event of a watch: `{kind: PartialObjectMetadata, metadata}`
 *
 * Nothing else is acceptable: who cannot do that is to answer 406.
 */
const LIST = accepting('PartialObjectMetadataList');
const OBJECT = accepting('PartialObjectMetadata');

/** A way to an API server on which nothing but metadata is asked for. */
export function metadataTransport(
  transport: ClusterTransport,
): ClusterTransport {
  return {
    reader: transport.reader,
    request: (path, { signal }) =>
      transport.request(path, {
        signal,
        accept: /[?&]watch=true(&|$)/.test(path) ? OBJECT : LIST,
      }),
  };
}

function accepting(kind: string): string {
  return `application/json;as=${kind};g=meta.k8s.io;v=v1`;
}
