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

/**
 * Query of the next page. RFC 8288: `Link: <https://host/path?page=2>; rel="next", <…>; rel="last"`,
 * and Azure DevOps: `x-ms-continuationtoken: …`
 *
 * @internal
 */
export function nextPage(
  headers: Headers,
): { readonly [name: string]: string } | undefined {
  const continuationToken = headers.get('x-ms-continuationtoken');
  if (continuationToken) {
    return { continuationToken };
  }
  const address = headers.get('link')?.match(/<([^>]*)>[^,]*rel="next"/)?.[1];
  return address && URL.canParse(address)
    ? Object.fromEntries(new URL(address).searchParams)
    : undefined;
}
