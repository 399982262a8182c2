import { crc32, deflateRawSync } from 'node:zlib'

/** A file as the browser's dialog would hand it over. */
export interface UploadedFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const json = (name: string, content: string | Buffer): UploadedFile => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(content),
})

const catalogue = (prose: string) => ({
  catalog: {
    uuid: '5a1c6e9e-8c57-4f0e-9a63-0f6c2f8b7d11',
    metadata: {
      title: 'Small catalogue',
      'last-modified': '2026-01-01T00:00:00Z',
      version: '1',
      'oscal-version': '1.1.3',
    },
    groups: [
      {
        id: 'g-1',
        title: 'Group',
        controls: [{ id: 'c-1', title: 'Control', parts: [{ name: 'statement', prose }] }],
      },
    ],
  },
})

/** Catalogues that cannot be taken. */
export const badCatalogues = {
  notJson: json('broken.json', '{ "catalog": {},\n  "uuid": "unfinished",\n  oops\n}'),
  notOscal: json('package.json', JSON.stringify({ name: 'not-a-catalogue' })),
  dangling: json('dangling.json', JSON.stringify(catalogue('Reply within {{ insert: param, c-9_prm_9 }}.'))),
  tooLarge: json('large.json', Buffer.alloc(21_000_000, ' ')),
}

/** The same small catalogue without a fault. */
export const goodCatalogue = json('good.json', JSON.stringify(catalogue('Reply within a day.')))

/** Workbooks that cannot be taken; made when asked for, they are large while they are made. */
export const badWorkbooks = {
  /** A few hundred kilobytes that would unpack to 300 MB. */
  bomb: () => workbook('bomb.xlsx', Buffer.alloc(300_000_000, ' ')),
  tooManyRows: () =>
    workbook(
      'rows.xlsx',
      sheet(
        Array.from(
          { length: 100_000 },
          (_, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="inlineStr"><is><t>x</t></is></c></row>`,
        ).join(''),
      ),
    ),
}

const sheet = (rows: string): Buffer =>
  Buffer.from(
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  )

const office = 'http://schemas.openxmlformats.org'

function workbook(name: string, firstSheet: Buffer): UploadedFile {
  const buffer = zip([
    [
      '[Content_Types].xml',
      Buffer.from(
        `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
      ),
    ],
    [
      '_rels/.rels',
      Buffer.from(
        `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    ],
    [
      'xl/workbook.xml',
      Buffer.from(
        `<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="Sheet" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      Buffer.from(
        `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
    ],
    ['xl/worksheets/sheet1.xml', firstSheet],
  ])
  return { name, mimeType: `application/vnd.openxmlformats-officedocument.spreadsheetml.sheet`, buffer }
}

/** A zip archive (APPNOTE 4.3: local headers, central directory, end record). */
function zip(files: readonly (readonly [name: string, content: Buffer])[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of files) {
    const packed = deflateRawSync(content)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(content), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(content.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, rest, Buffer.from(name)]),
    )
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}
