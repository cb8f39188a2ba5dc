using ProgramReview.Core.Events;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>
/// What the page shows on which somebody objects to what operations did for their seat. Its form posts <c>comment</c> and what the second step asks to
/// <see cref="Path"/>.
/// </summary>
public sealed record ObjectionPageModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>The page's own path.</summary>
    public required string Path { get; init; }

    /// <summary>What operations did.</summary>
    public required SeatOrder Order { get; init; }

    /// <summary>The minutes of the session; null of anything else.</summary>
    public MinutesLine? Minutes { get; init; }

    /// <summary>What the plan asks to know who objects.</summary>
    public required StepQuestion Step { get; init; }

    /// <summary>When an objection was recorded, or null.</summary>
    public DateTimeOffset? ObjectedAt { get; init; }

    /// <summary>Why none can be made any more, or null.</summary>
    public Refusal? Over { get; init; }

    /// <summary>What was typed before.</summary>
    public string Comment { get; init; } = "";

    /// <summary>Why the posted objection was not taken; empty otherwise.</summary>
    public IReadOnlyList<Refusal> Problems { get; init; } = [];
}
