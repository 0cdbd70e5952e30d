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

import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { scmAuthApiRef } from '@backstage/integration-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { SecretsContextProvider } from '@backstage/plugin-scaffolder-react';
import {
  DatabaseParameters,
  DatabasesApi,
} from '@basewell/plugin-databases-common';
import { ComponentType, useState } from 'react';
import { DatabaseForm, databaseFormApiRef } from '../api';
import { DatabaseFieldProps } from '../state';

const shop: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default', title: 'Shop' },
  spec: { type: 'website', owner: 'team-shop' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/team-shop' }],
};

/** Shows one field as the form does, and keeps what it writes. */
export async function renderField<Name extends keyof DatabaseParameters>(
  name: Name,
  Field: ComponentType<DatabaseFieldProps<Name>>,
  options: {
    readonly client: DatabasesApi;
    readonly parameters?: DatabaseParameters;
    /** What happened in this session before the field was shown. */
    readonly before?: (form: DatabaseForm) => Promise<void>;
  },
) {
  const written: DatabaseParameters[Name][] = [];
  const form = new DatabaseForm(options.client);
  await options.before?.(form);
  function Form() {
    const [formData, setFormData] = useState(options.parameters ?? {});
    return (
      <Field
        formData={formData[name]}
        formContext={{ formData }}
        onChange={value => {
          written.push(value);
          setFormData(before => ({ ...before, [name]: value }));
        }}
      />
    );
  }
  await renderInTestApp(
    <SecretsContextProvider>
      <Form />
    </SecretsContextProvider>,
    {
      apis: [
        [databaseFormApiRef, form],
        [catalogApiRef, catalogApiMock({ entities: [shop] })],
        [
          scmAuthApiRef,
          { getCredentials: async () => ({ token: 'mine', headers: {} }) },
        ],
      ],
    },
  );
  return { form, written };
}
