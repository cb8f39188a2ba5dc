using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>By which door the news of a committed blob came; it never changes the judgement.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel
{
    /// <summary>The upload page or a script said that it had finished.</summary>
    Page,

    /// <summary>The form that works without script.</summary>
    Form,

    /// <summary>The storage event on the doorbell queue.</summary>
    BlobCreated,

    /// <summary>The reconciler found it.</summary>
    Reconciler,

    /// <summary>The look at the due or closing instant found it.</summary>
    Deadline,

    /// <summary>Operations recorded it for the body: it came on paper or by mail.</summary>
    Operations,
}
