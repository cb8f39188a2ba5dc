using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>A kind of file a report may come as; recognised by its content, never by its name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FileFormat>))]
public enum FileFormat
{
    /// <summary>Portable Document Format.</summary>
    Pdf,

    /// <summary>Word (Office Open XML).</summary>
    Docx,

    /// <summary>Excel (Office Open XML).</summary>
    Xlsx,

    /// <summary>Word 97-2003 (compound file).</summary>
    Doc,

    /// <summary>Excel 97-2003 (compound file).</summary>
    Xls,

    /// <summary>Text whose lines are rows and whose cells are separated by a sign.</summary>
    Csv,
}
