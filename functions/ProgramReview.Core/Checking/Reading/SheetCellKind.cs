using System.Text.Json.Serialization;

namespace ProgramReview.Core.Checking.Reading;

/// <summary>What a cell holds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SheetCellKind>))]
public enum SheetCellKind
{
    /// <summary>Letters, also digits stored as text.</summary>
    Text,

    /// <summary>A number that is shown as one.</summary>
    Number,

    /// <summary>A number that is shown as a day or time.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>An error, such as a division by zero.</summary>
    Error,

    /// <summary>A formula whose result was not stored.</summary>
    NotComputed,
}
