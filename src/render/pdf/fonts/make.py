"""Makes the fonts of the PDF from packages of the npm registry: fewer characters, a family name of our own.

    npm install --prefix work @expo-google-fonts/libertinus-serif@0.4.0 @expo-google-fonts/source-sans-3@VERSION \
      @expo-google-fonts/amiri@0.4.1 @fontsource/noto-sans-sc@VERSION @fontsource/noto-sans-tc@VERSION  (README.md)
    pip install fonttools==VERSION brotli
    python make.py work/node_modules

The names are ours, so that no font of the same name on a reader's or a publisher's machine is ever taken instead.
Prints the lines of the table in ../fonts.ts.
"""

import hashlib
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

packages = Path(sys.argv[1])
here = Path(__file__).parent

# Latin as Europe, Vietnam and Africa write it, Greek, Cyrillic, and the signs of a page of figures.
latin = [
    *range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x2B0, 0x370), *range(0x370, 0x400), *range(0x400, 0x530),
    *range(0x1E00, 0x1F00), *range(0x2000, 0x206F), *range(0x2070, 0x20D0), *range(0x2100, 0x2150),
    *range(0x2190, 0x2200), 0x2212, 0x2215, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265, 0x25A0, 0x25A1, 0x25B2, 0x25B3,
    0x25BC, 0x25BD, 0x25C6, 0x25CA, 0x25CB, 0x25CF, 0x2605, 0x2606, 0x2713, 0x2717, 0xFB00, 0xFB01, 0xFB02, 0xFFFD,
]  # fmt: skip
arabic = [
    0x20, *range(0x21, 0x41), *range(0x5B, 0x61), *range(0x7B, 0x7F), 0xA0, 0xAB, 0xB7, 0xBB, *range(0x600, 0x700),
    *range(0x750, 0x780), 0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x200B, 0x200C,
    0x200D, 0x200E, 0x200F, *range(0x2066, 0x206A), 0x2212, *range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00),
]  # fmt: skip


def pairs(encoding, firsts, seconds):
    """Every character that an encoding writes with two bytes."""
    found = set()
    for first in firsts:
        for second in seconds:
            try:
                found.update(map(ord, bytes([first, second]).decode(encoding)))
            except UnicodeDecodeError:
                pass
    return found


def gb2312():
    """Every character of GB 2312, and those that our own words in Chinese have besides."""
    found = pairs("gb2312", range(0xA1, 0xFF), range(0xA1, 0xFF))
    words = here.parents[2] / "base" / "words" / "zh.ts"
    return sorted(found | {ord(sign) for sign in words.read_text() if ord(sign) > 0x2E7F})


def big5():
    """The commoner half of Big5, without what GB 2312 has."""
    seconds = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    return sorted({sign for sign in pairs("big5", range(0xA1, 0xC7), seconds) if sign > 0x2E7F} - set(gb2312()))


made = [
    ("broadsheet-serif", "Broadsheet Serif", "Regular", "@expo-google-fonts/libertinus-serif/400Regular/LibertinusSerif_400Regular.ttf", latin),
    ("broadsheet-serif-italic", "Broadsheet Serif", "Italic", "@expo-google-fonts/libertinus-serif/400Regular_Italic/LibertinusSerif_400Regular_Italic.ttf", latin),
    ("broadsheet-serif-semibold", "Broadsheet Serif", "SemiBold", "@expo-google-fonts/libertinus-serif/600SemiBold/LibertinusSerif_600SemiBold.ttf", latin),
    ("broadsheet-sans", "Broadsheet Sans", "Regular", "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf", latin),
    ("broadsheet-sans-semibold", "Broadsheet Sans", "SemiBold", "@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf", latin),
    ("broadsheet-arabic", "Broadsheet Arabic", "Regular", "@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf", arabic),
    ("broadsheet-arabic-bold", "Broadsheet Arabic", "Bold", "@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf", arabic),
    ("broadsheet-han", "Broadsheet Han", "Regular", "@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2", gb2312()),
    ("broadsheet-hant", "Broadsheet Hant", "Regular", "@fontsource/noto-sans-tc/files/noto-sans-tc-chinese-traditional-400-normal.woff2", big5()),
]  # fmt: skip

for name, family, style, source, characters in made:
    font = TTFont(packages / source, recalcTimestamp=False)
    options = Options()
    options.layout_features = ["*"] if "arabic" in name else [
        "kern", "mark", "mkmk", "ccmp", "locl", "calt", "liga", "clig", "tnum", "lnum", "pnum", "onum", "sups", "case", "vert", "palt",
    ]  # fmt: skip
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    options.drop_tables += ["DSIG", "MATH", "FFTM", "STAT", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    table = font["name"]
    postscript = f"{family.replace(' ', '')}-{style}"
    own = {1: family, 2: style, 3: f"{postscript};from {source.split('/')[-1]}", 4: f"{family} {style}", 6: postscript, 16: family, 17: style}
    for identifier in {record.nameID for record in table.names} - {0, 5, 8, 9, 11, 13, 14}:
        table.removeNames(nameID=identifier)
    for identifier, text in own.items():
        table.setName(text, identifier, 3, 1, 0x409)
    font["head"].modified = font["head"].created
    font.flavor = None
    target = here / f"{name}.ttf"
    font.save(target, reorderTables=True)
    content = target.read_bytes()
    print(f'  {{file: "{name}.ttf", sha256: "{hashlib.sha256(content).hexdigest()}"}},  // {len(content)}')
