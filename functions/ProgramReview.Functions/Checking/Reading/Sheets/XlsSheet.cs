using System.Buffers.Binary;
using System.Globalization;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>Reads the cells of one sheet of an xls: errors and formulas as such, so that neither looks like a cell without a value.</summary>
internal sealed class XlsSheet(XlsBook book, CellsRead cells)
{
    // A formula whose result is text says so in the record behind it.
    private (SheetCell Cell, CellStyle Style)? waiting;

    /// <summary>Reads the sheet's records.</summary>
    public void Read(BiffRecords records)
    {
        var depth = 0;
        while (records.TryRead(out var record))
        {
            switch (record.Kind)
            {
                // A chart lies within, with records of its own.
                case Biff.Begin:
                    depth++;
                    break;
                case Biff.End when --depth <= 0:
                    Uncomputed();
                    return;
                case Biff.Text when waiting is { } formula:
                    waiting = null;
                    Add(
                        formula.Cell with
                        {
                            Written = new BiffText(records.Whole(record)).Read(),
                        },
                        formula.Style
                    );
                    break;
                default:
                    if (depth == 1)
                    {
                        Read(record, records);
                    }
                    break;
            }
        }
        throw new InvalidDataException("A sheet does not end.");
    }

    private void Read(BiffRecord record, BiffRecords records)
    {
        var data = record.Data;
        switch (record.Kind)
        {
            case Biff.SharedLabel when data.Length >= 10:
                Cell(
                    data,
                    SheetCellKind.Text,
                    book.Text(BinaryPrimitives.ReadUInt32LittleEndian(data.Span[6..]))
                );
                break;
            case Biff.Label or Biff.RichLabel when data.Length > 8:
                Cell(data, SheetCellKind.Text, new BiffText(records.Whole(record), 6).Read());
                break;
            case Biff.Number when data.Length >= 14:
                Number(data, BinaryPrimitives.ReadDoubleLittleEndian(data.Span[6..]));
                break;
            case Biff.Packed when data.Length >= 10:
                Number(data, Biff.Unpacked(data, 6));
                break;
            case Biff.Numbers:
                Numbers(data);
                break;
            case Biff.BooleanOrError when data.Length >= 8:
                var (value, isError) = (data.Span[6], data.Span[7] != 0);
                Cell(
                    data,
                    isError ? SheetCellKind.Error : SheetCellKind.Boolean,
                    isError ? Biff.Error(value)
                        : value == 0 ? "0"
                        : "1"
                );
                break;
            case Biff.Formula when data.Length >= 20:
                Formula(data);
                break;
            case Biff.Row when data.Length >= 16 && (data.Span[12] & 0x20) != 0:
                cells.HideRow(Biff.Word(data, 0) + 1);
                break;
            case Biff.Columns when data.Length >= 10 && (data.Span[8] & 1) != 0:
                cells.HideColumns(Biff.Word(data, 0) + 1, Biff.Word(data, 2) + 1);
                break;
            case Biff.Merged:
                Merge(data);
                break;
        }
    }

    private void Numbers(ReadOnlyMemory<byte> data)
    {
        const int One = 6;
        for (var (at, column) = (4, 0); at + One <= data.Length - 2; at += One, column++)
        {
            Number(
                Biff.Word(data, 0) + 1,
                Biff.Word(data, 2) + 1 + column,
                book.Style(Biff.Word(data, at)),
                Biff.Unpacked(data, at + 2),
                isFormula: false
            );
        }
    }

    private void Formula(ReadOnlyMemory<byte> data)
    {
        Uncomputed();
        var result = data.Span.Slice(6, 8);
        var (cell, style) = At(data);
        cell = cell with { IsFormula = true };
        if (result[6] != 0xFF || result[7] != 0xFF)
        {
            Number(
                cell.Row,
                cell.Column,
                style,
                BinaryPrimitives.ReadDoubleLittleEndian(result),
                isFormula: true
            );
            return;
        }
        switch (result[0])
        {
            case 0:
                waiting = (cell, style);
                break;
            case 1:
                Add(
                    cell with
                    {
                        Kind = SheetCellKind.Boolean,
                        Written = result[2] == 0 ? "0" : "1",
                    },
                    style
                );
                break;
            case 2:
                Add(
                    cell with
                    {
                        Kind = SheetCellKind.Error,
                        Written = Biff.Error(result[2]),
                    },
                    style
                );
                break;
            // Programs that compute nothing write that it came to nothing.
            default:
                Add(cell with { Kind = SheetCellKind.NotComputed }, style);
                break;
        }
    }

    private void Uncomputed()
    {
        if (waiting is { } formula)
        {
            waiting = null;
            Add(formula.Cell with { Kind = SheetCellKind.NotComputed }, formula.Style);
        }
    }

    private void Merge(ReadOnlyMemory<byte> data)
    {
        const int One = 8;
        for (var at = 2; at + One <= data.Length; at += One)
        {
            cells.Merge(
                new CellRange(
                    Biff.Word(data, at) + 1,
                    Biff.Word(data, at + 4) + 1,
                    Biff.Word(data, at + 2) + 1,
                    Biff.Word(data, at + 6) + 1
                )
            );
        }
    }

    private void Number(ReadOnlyMemory<byte> data, double number)
    {
        var (cell, style) = At(data);
        Number(cell.Row, cell.Column, style, number, isFormula: false);
    }

    private void Number(int row, int column, CellStyle style, double number, bool isFormula)
    {
        var kept = CellNumber.Of(number);
        Add(
            new SheetCell(
                row,
                column,
                kept is null ? SheetCellKind.Text
                    : style.IsDate ? SheetCellKind.Date
                    : SheetCellKind.Number,
                number.ToString("R", CultureInfo.InvariantCulture)
            )
            {
                Number = kept,
                Format = kept is null ? null : style.Format,
                IsFormula = isFormula,
            },
            style
        );
    }

    private void Cell(ReadOnlyMemory<byte> data, SheetCellKind kind, string written)
    {
        var (cell, style) = At(data);
        if (written.Length > 0)
        {
            Add(cell with { Kind = kind, Written = written }, style);
        }
    }

    private (SheetCell Cell, CellStyle Style) At(ReadOnlyMemory<byte> data) =>
        (
            new SheetCell(Biff.Word(data, 0) + 1, Biff.Word(data, 2) + 1, SheetCellKind.Text, ""),
            book.Style(Biff.Word(data, 4))
        );

    private void Add(SheetCell cell, CellStyle style) => cells.Add(cell, style.Font);
}
