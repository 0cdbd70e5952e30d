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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { entityRouteRef } from '../routes';

/** An entity by its title; its page where the portal has one. */
export function EntityLink(props: { readonly entityRef: string }) {
  const ref = parseEntityRef(props.entityRef, {
    defaultKind: 'group',
    defaultNamespace: 'default',
  });
  const { primaryTitle } = useEntityPresentation(stringifyEntityRef(ref));
  const href = useRouteRef(entityRouteRef)?.(ref);
  return href ? <Link href={href}>{primaryTitle}</Link> : <>{primaryTitle}</>;
}
