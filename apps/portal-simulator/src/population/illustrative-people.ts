import { PopulationRegister } from './population-register.js';

interface Person {
  readonly name: string;
  readonly citizen_id?: string | undefined;
}

/** A register of these people, who all live at one address and were born on one day. */
export function illustrativePeople(people: readonly Person[]): PopulationRegister {
  const register = new PopulationRegister();
  for (const { citizen_id: citizenId, name } of people)
    if (citizenId !== undefined)
      register.register(citizenId, {
        HoVaTen: name,
        NgaySinh: '19990102',
        NoiThuongTru: 'Số 1 đường Mẫu, phường Cẩm Thành, tỉnh Quảng Ngãi',
        TrangThai: '1',
      });
  return register;
}
