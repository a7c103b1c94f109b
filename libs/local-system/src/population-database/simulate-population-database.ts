import { loadPersonas, mountedAt } from '@motcua/development-issuer';
import type { Handler } from '@motcua/platform';
import { populationHandler, PopulationRegister } from '@motcua/portal-simulator';

const PREFIX = 'population-database';

interface Simulation {
  readonly url: string;
  readonly mounted: Map<string, Handler>;
}

/** Puts a simulated National Population Database at the system's own address; it knows the citizens among the personas. */
export function simulatePopulationDatabase({ url, mounted }: Simulation): { readonly url: string } {
  const register = new PopulationRegister();
  for (const { citizen_id, name } of loadPersonas())
    if (citizen_id !== undefined)
      register.register(citizen_id, {
        HoVaTen: name,
        NgaySinh: '19990102',
        NoiThuongTru: 'Số 1 đường Mẫu, phường Cẩm Thành, tỉnh Quảng Ngãi',
        TrangThai: '1',
      });
  mounted.set(PREFIX, mountedAt(PREFIX, populationHandler(register)));
  return { url: `${url}/${PREFIX}` };
}
