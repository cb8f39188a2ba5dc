using System.Buffers.Binary;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>What an xls says of all its sheets: shared texts, styles, and where each sheet lies (MS-XLS 2.1.7.20.3).</summary>
internal sealed class XlsBook
{
    private const ushort Version8 = 0x0600;
    private const int MostSheets = 1_000;
    private readonly ReadingBudget budget;
    private readonly Dictionary<int, string> formats = [];
    private readonly List<string> fonts = [];
    private readonly List<(int Font, int Format)> written = [];
    private readonly List<CellStyle> styles = [];
    private readonly List<string> strings = [];
    private readonly List<XlsSheetPlace> sheets = [];
    private readonly List<ActiveContent> active = [];

    /// <summary>Reads them from the beginning of the book.</summary>
    public XlsBook(ReadOnlyMemory<byte> book, ReadingBudget budget)
    {
        this.budget = budget;
        var records = new BiffRecords(book, 0, budget);
        if (
            !records.TryRead(out var first)
            || first.Kind != Biff.Begin
            || first.Data.Length < sizeof(ushort)
        )
        {
            throw new InvalidDataException("It does not begin as a book.");
        }
        if (BinaryPrimitives.ReadUInt16LittleEndian(first.Data.Span) != Version8)
        {
            throw new ReadingStoppedException(ReadingFault.NotUnderstood);
        }
        while (records.TryRead(out var record) && record.Kind != Biff.End)
        {
            Read(record, records);
        }
        // A font stands after the style that names it in no file; still the order is nobody's promise.
        styles.AddRange(
            written.Select(style =>
                CellStyle.Of(
                    formats.GetValueOrDefault(style.Format) ?? NumberFormats.OfId(style.Format),
                    Font(style.Font)
                )
            )
        );
    }

    /// <summary>The sheets.</summary>
    public IReadOnlyList<XlsSheetPlace> Sheets => sheets;

    /// <summary>What acts by itself or lies elsewhere.</summary>
    public IEnumerable<ActiveContent> Active => active;

    /// <summary>The style of a number.</summary>
    public CellStyle Style(int number) => number < styles.Count ? styles[number] : CellStyle.Plain;

    /// <summary>The shared text of a number.</summary>
    public string Text(long number) =>
        number < strings.Count
            ? strings[(int)number]
            : throw new InvalidDataException("A cell names a text that is not there.");

    private void Read(BiffRecord record, BiffRecords records)
    {
        var data = record.Data;
        switch (record.Kind)
        {
            case Biff.FilePass:
                throw new ReadingStoppedException(ReadingFault.Locked);
            case Biff.Font when data.Length > 14:
                budget.Cell();
                fonts.Add(new BiffText([data], 14).Read(isShort: true));
                break;
            case Biff.Format when data.Length > 4:
                budget.Cell();
                formats[Biff.Word(data, 0)] = new BiffText([data], 2).Read();
                break;
            case Biff.Style when data.Length >= 4:
                budget.Cell();
                written.Add((Biff.Word(data, 0), Biff.Word(data, 2)));
                break;
            case Biff.Sheet when data.Length > 6:
                AddSheet(data);
                break;
            case Biff.Strings when data.Length >= 8:
                ReadStrings(records.Whole(record));
                break;
            case Biff.OtherBook when data.Length >= 4 && !Biff.IsOwn(Biff.Word(data, 2)):
                active.Add(
                    Reading.Active.Of(
                        ActiveContentKind.ExternalWorkbook,
                        LineText.Of(new BiffText(records.Whole(record), 2).Read())
                    )
                );
                break;
        }
    }

    private void AddSheet(ReadOnlyMemory<byte> data)
    {
        if (sheets.Count >= MostSheets)
        {
            throw new ReadingStoppedException(ReadingFault.TooLarge);
        }
        var sheet = new XlsSheetPlace(
            new BiffText([data], 6).Read(isShort: true),
            BinaryPrimitives.ReadInt32LittleEndian(data.Span),
            (data.Span[4] & 3) != 0,
            data.Span[5]
        );
        sheets.Add(sheet);
        if (sheet.Kind is Biff.MacroSheet or Biff.ModuleSheet)
        {
            active.Add(Reading.Active.Of(ActiveContentKind.Macro, sheet.Name));
        }
    }

    private void ReadStrings(IReadOnlyList<ReadOnlyMemory<byte>> pieces)
    {
        var text = new BiffText(pieces, 8);
        var count = BinaryPrimitives.ReadUInt32LittleEndian(pieces[0].Span[4..]);
        while (strings.Count < count && !text.IsAtEnd)
        {
            budget.Cell();
            strings.Add(text.Read());
            budget.Letters(strings[^1].Length);
        }
    }

    // There is no font of number 4.
    private string? Font(int number)
    {
        var index = number > 4 ? number - 1 : number;
        return index < fonts.Count ? fonts[index] : null;
    }
}
