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

import { observation } from '../../../messages';
import { CnpgHealthRule } from '../CnpgHealthSubject';

export const cnpgRoles: CnpgHealthRule = {
  id: 'cnpg-roles',
  title: 'Whether declared roles and tablespaces are as declared.',
  check({ status, evidence, logical }) {
    const failing = (status?.managedRolesFailing ?? []).filter(
      // A role of another database is that one's trouble.
      ({ role }) => logical?.owner === undefined || logical.owner === role,
    );
    return [
      ...failing.map(({ role, errors }) =>
        observation(
          'cnpgRoles.role',
          { role },
          {
            state: 'degraded' as const,
            severity: 'error',
            evidence: [
              evidence(
                `status.managedRolesStatus.cannotReconcile.${role}`,
                errors.join('; '),
              ),
            ],
          },
        ),
      ),
      ...(status?.tablespacesFailing ?? []).map(({ name, error }) =>
        observation(
          'cnpgRoles.tablespace',
          { tablespace: name },
          {
            state: 'degraded' as const,
            severity: 'error',
            evidence: [
              evidence(`status.tablespacesStatus[${name}].error`, error),
            ],
          },
        ),
      ),
    ];
  },
};
