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
 * What Vault is ever asked, whatever a token would let us: one line for each
 * shape of a request. None of them answers with a value.
 *
 * `<mount>` is any path without a segment that has values below it:
 * `kv/data/metadata/x` is the value of an entry called `metadata/x`.
 */
const name = '(?:[\\w.-]|%40)+';
const path = `${name}(?:/${name})*`;
const values = 'data|creds|static-creds|subkeys|config|metadata';
const reserved = 'sys|auth|identity|cubbyhole';
const mount = `(?!(?:${reserved})/)(?:(?!(?:${values})/)${name}/)+`;

/** A question with a body, which decides what it is about. */
export const LEASE_LOOKUP = 'sys/leases/lookup';

const shapes = [
  'GET sys/health',
  `GET sys/internal/ui/mounts/${path}`,
  'POST sys/capabilities-self',
  `POST ${LEASE_LOOKUP}`,
  `POST auth/${path}/login`,
  'GET auth/token/lookup-self',
  'POST auth/token/renew-self',
  'POST auth/token/revoke-self',
  `GET ${mount}metadata/${path}`,
  `GET ${mount}(?:roles|static-roles)/${name}`,
].map(shape => new RegExp(`^${shape}$`));

/**
 * @param route - behind `/v1/`, encoded, with its query if there is one
 * @param body - a lease is looked up by its id, and by nothing else
 */
export function isMetadataRequest(
  method: string,
  route: string,
  body?: unknown,
): boolean {
  return (
    shapes.some(shape => shape.test(`${method} ${route}`)) &&
    (route !== LEASE_LOOKUP || isLeaseQuestion(body))
  );
}

function isLeaseQuestion(body: unknown): boolean {
  const { lease_id: lease, ...rest } = Object(body);
  return typeof lease === 'string' && !Object.keys(rest).length;
}
