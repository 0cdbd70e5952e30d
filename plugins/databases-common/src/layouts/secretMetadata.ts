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

/** Name, namespace and annotations, as far as they are in clear. */
export interface SecretMetadata {
  readonly name?: string;
  readonly namespace?: string;
  readonly annotations: { readonly [key: string]: string };
}

type Fields = { readonly [key: string]: unknown };

/**
 * Metadata of the Secret that a document is, or that is made from it:
 *
 * | kind | of the Secret |
 * |---|---|
 * | Secret | `metadata` |
 * | SealedSecret | `spec.template.metadata`, else `metadata` |
 * | SopsSecret | `spec.secretTemplates[0]`, else `metadata` |
 *
 * @returns left out: the document leads to no Secret in one of these ways
 */
export function secretMetadata(document: Fields): SecretMetadata | undefined {
  const metadata = fields(document.metadata);
  const spec = fields(document.spec);
  switch (document.kind) {
    case 'Secret':
      return metadataOf(metadata);
    case 'SealedSecret':
      return metadataOf({
        ...metadata,
        annotations: undefined,
        ...fields(fields(spec.template).metadata),
      });
    case 'SopsSecret': {
      const [template] = Array.isArray(spec.secretTemplates)
        ? spec.secretTemplates
        : [];
      const { name, annotations } = fields(template);
      const isClear = typeof name === 'string' && !name.startsWith('ENC[');
      return metadataOf({
        ...metadata,
        annotations,
        ...(isClear && { name }),
      });
    }
    default:
      return undefined;
  }
}

function metadataOf({ name, namespace, annotations }: Fields): SecretMetadata {
  return {
    ...(typeof name === 'string' && { name }),
    ...(typeof namespace === 'string' && { namespace }),
    annotations: Object.fromEntries(
      Object.entries(fields(annotations)).map(([key, value]) => [
        key,
        String(value),
      ]),
    ),
  };
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value }
    : {};
}
