using System.Globalization;
using System.Xml;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>Reads one sheet of an xlsx.</summary>
internal sealed class XlsxSheet(XlsxStyles styles, XlsxStrings strings, CellsRead cells)
{
    private int row;
    private int column;

    /// <summary>Reads the sheet's part.</summary>
    public void Read(BoundedXml xml)
    {
        while (xml.Read())
        {
            if (xml.At.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            switch (xml.At.LocalName)
            {
                case "col":
                    ReadColumns(xml);
                    break;
                case "row":
                    ReadRow(xml);
                    break;
                case "c":
                    ReadCell(xml);
                    break;
                case "mergeCell" when CellPlace.Range(xml["ref"]) is { } range:
                    cells.Merge(range);
                    break;
            }
        }
    }

    private void ReadColumns(BoundedXml xml)
    {
        var (from, to) = (xml.Number("min"), xml.Number("max"));
        // One of no width is hidden too.
        if (from is not null && to is not null && (IsHidden(xml) || xml["width"] == "0"))
        {
            cells.HideColumns(from.Value, to.Value);
        }
    }

    private void ReadRow(BoundedXml xml)
    {
        row = xml.Number("r") ?? row + 1;
        column = 0;
        if (IsHidden(xml) || xml["ht"] == "0")
        {
            cells.HideRow(row);
        }
    }

    private static bool IsHidden(BoundedXml xml) => xml["hidden"] is "1" or "true" or "on";

    private void ReadCell(BoundedXml xml)
    {
        string? kind = null;
        var style = 0;
        column++;
        while (xml.At.MoveToNextAttribute())
        {
            switch (xml.At.LocalName)
            {
                case "r" when !CellPlace.TryRead(xml.At.Value, out row, out column):
                    throw new InvalidDataException("A cell's address is none.");
                case "t":
                    kind = xml.At.Value;
                    break;
                case "s":
                    _ = int.TryParse(xml.At.Value, CultureInfo.InvariantCulture, out style);
                    break;
            }
        }
        xml.At.MoveToElement();
        string? value = null;
        var isFormula = false;
        if (!xml.At.IsEmptyElement)
        {
            for (var depth = xml.At.Depth; xml.Read() && xml.At.Depth > depth; )
            {
                if (xml.At.NodeType != XmlNodeType.Element)
                {
                    continue;
                }
                switch (xml.At.LocalName)
                {
                    case "v":
                        value = xml.Text();
                        break;
                    case "f":
                        isFormula = true;
                        xml.Skip();
                        break;
                    case "is":
                        value = XlsxStrings.TextOf(xml);
                        break;
                }
            }
        }
        if (isFormula || value is { Length: > 0 })
        {
            cells.Add(Cell(kind, value ?? "", styles[style], isFormula), styles[style].Font);
        }
    }

    private SheetCell Cell(string? kind, string value, CellStyle style, bool isFormula)
    {
        return kind switch
        {
            "s" => Of(SheetCellKind.Text, strings[Index(value)]),
            // A formula that came to no letters was computed all the same.
            "str" => Of(SheetCellKind.Text, XlsxLetters.Of(value)),
            "inlineStr" => Of(SheetCellKind.Text, value),
            _ when value.Length == 0 => Of(SheetCellKind.NotComputed, ""),
            "e" => Of(SheetCellKind.Error, value),
            "b" => Of(SheetCellKind.Boolean, value),
            "d" => Of(SheetCellKind.Date, value, format: style.Format),
            _ => CellNumber.Of(value) is { } number
                ? Of(
                    style.IsDate ? SheetCellKind.Date : SheetCellKind.Number,
                    value,
                    number,
                    style.Format
                )
                : Of(SheetCellKind.Text, value),
        };

        SheetCell Of(
            SheetCellKind kind,
            string written,
            decimal? number = null,
            string? format = null
        ) =>
            new(row, column, kind, written)
            {
                Number = number,
                Format = format,
                IsFormula = isFormula,
            };
    }

    private static int Index(string value) =>
        int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var index)
            ? index
            : -1;
}
