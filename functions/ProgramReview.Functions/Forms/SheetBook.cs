using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Core.Planning;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Forms;

/// <summary>Writes a workbook as its rows come, so that no more than a few rows of it are ever held.</summary>
internal static class SheetBook
{
    /// <summary>What it is.</summary>
    public const string ContentType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    // A sheet takes 1,048,576 rows; the last one says that there are more.
    private const int MostRows = 1_048_000;
    private const int RowsAtOnce = 100;

    /// <summary>Writes it.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="language">Its language.</param>
    /// <param name="sheets">Its sheets, in order; written from the last to the first, so that one may name rows of those behind it.</param>
    /// <param name="target">Whoever fetches it; only written forward.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task WriteAsync(
        string title,
        Language language,
        IReadOnlyList<SheetPlan> sheets,
        Stream target,
        CancellationToken cancellation
    )
    {
        await using var zip = new ForwardZip(target, cancellation);
        foreach (var (name, part) in Parts(title, language, sheets))
        {
            await zip.AddAsync(name, part);
        }
        foreach (var (i, sheet) in sheets.Index().Reverse())
        {
            await zip.AddAsync(
                PartOf(i),
                (stream, goOn) => WriteAsync(sheet, language, stream, goOn)
            );
        }
    }

    private static async Task WriteAsync(
        SheetPlan sheet,
        Language language,
        Stream stream,
        Func<Task> goOn
    )
    {
        using var writer = XmlWriter.Create(
            stream,
            new XmlWriterSettings { Encoding = new UTF8Encoding(false) }
        );
        writer.WriteStartElement("x", "worksheet", Main);
        new SheetProperties(new PageSetupProperties { FitToPage = true }).WriteTo(writer);
        new SheetViews(View(sheet.Head)).WriteTo(writer);
        new Columns(
            sheet.Widths.Select(
                (width, i) =>
                    new Column
                    {
                        Min = (uint)(i + 1),
                        Max = (uint)(i + 1),
                        Width = width,
                        CustomWidth = true,
                    }
            )
        ).WriteTo(writer);
        writer.WriteStartElement("x", "sheetData", Main);
        var number = 0;
        await foreach (var row in sheet.Rows)
        {
            if (++number > MostRows)
            {
                SheetCells
                    .Row(
                        number,
                        [SheetCells.Text(Text.Get(language, "sheet.rows"), AnnexStyle.Note)]
                    )
                    .WriteTo(writer);
                break;
            }
            SheetCells.Row(number, row).WriteTo(writer);
            if (number % RowsAtOnce == 0)
            {
                writer.Flush();
                await goOn();
            }
        }
        writer.WriteEndElement();
        new PageSetup
        {
            PaperSize = 9, // A4
            Orientation = OrientationValues.Landscape,
            FitToWidth = 1,
            FitToHeight = 0,
        }.WriteTo(writer);
        writer.WriteEndElement();
    }

    private static SheetView View(int head) =>
        head == 0
            ? new SheetView { WorkbookViewId = 0 }
            : new SheetView(
                new Pane
                {
                    VerticalSplit = head,
                    TopLeftCell = FormattableString.Invariant($"A{head + 1}"),
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                }
            )
            {
                WorkbookViewId = 0,
            };

    private static IEnumerable<(string Name, byte[] Content)> Parts(
        string title,
        Language language,
        IReadOnlyList<SheetPlan> sheets
    )
    {
        var type = $"{PackageParts.Office}.spreadsheetml";
        return
        [
            .. PackageParts.Heads(
                title,
                language,
                [
                    ("xl/workbook.xml", $"{type}.sheet.main+xml"),
                    ("xl/styles.xml", $"{type}.styles+xml"),
                    .. sheets.Select((_, i) => (PartOf(i), $"{type}.worksheet+xml")),
                ]
            ),
            PackageParts.Links(
                "xl/_rels/workbook.xml.rels",
                [
                    ("styles", "styles", "styles.xml"),
                    .. sheets.Select((_, i) => (IdOf(i), "worksheet", PartOf(i)["xl/".Length..])),
                ]
            ),
            PackageParts.Part("xl/styles.xml", AnnexStyles.Sheet()),
            PackageParts.Part(
                "xl/workbook.xml",
                new Workbook([
                    new BookViews(new WorkbookView()),
                    new Sheets(
                        sheets.Select(
                            (sheet, i) =>
                                new Sheet
                                {
                                    Name = sheet.Name,
                                    SheetId = (uint)(i + 1),
                                    Id = IdOf(i),
                                }
                        )
                    ),
                    .. Heads(sheets),
                ])
            ),
        ];
    }

    private static IEnumerable<DefinedNames> Heads(IReadOnlyList<SheetPlan> sheets)
    {
        var names = sheets
            .Index()
            .Where(one => one.Item.Head > 0)
            .Select(one => new DefinedName(
                FormattableString.Invariant(
                    $"{SheetPlan.Reference(one.Item.Name)}!$1:${one.Item.Head}"
                )
            )
            {
                Name = "_xlnm.Print_Titles",
                LocalSheetId = (uint)one.Index,
            })
            .ToList();
        return names.Count == 0 ? [] : [new DefinedNames(names)];
    }

    private static string IdOf(int index) => FormattableString.Invariant($"sheet{index + 1}");

    private static string PartOf(int index) => $"xl/worksheets/{IdOf(index)}.xml";
}
