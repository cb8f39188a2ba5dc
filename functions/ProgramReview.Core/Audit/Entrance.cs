using System.Text.Json.Serialization;

namespace ProgramReview.Core.Audit;

/// <summary>By which door the news of a committed blob came; it never changes the judgement.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Entrance>))]
public enum Entrance
{
    /// <summary>The upload page or a script said that it had finished.</summary>
    Page,

    /// <summary>The form that works without script.</summary>
    Form,

    /// <summary>The storage event on the doorbell queue.</summary>
    Doorbell,

    /// <summary>The sweep found it.</summary>
    Sweep,

    /// <summary>The look at the due or closing instant found it.</summary>
    Deadline,

    /// <summary>Operations recorded it for the body: it came on paper or by mail.</summary>
    Operations,
}
