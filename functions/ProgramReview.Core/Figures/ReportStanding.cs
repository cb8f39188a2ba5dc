using System.Text.Json.Serialization;

namespace ProgramReview.Core.Figures;

/// <summary>Whether a report tells figures.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportStanding>))]
public enum ReportStanding
{
    /// <summary>A version of its annex counts.</summary>
    Counts,

    /// <summary>None does, or not yet.</summary>
    Missing,

    /// <summary>A person released the body.</summary>
    Exempt,
}
