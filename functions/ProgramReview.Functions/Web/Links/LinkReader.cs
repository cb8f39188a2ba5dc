using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Web.Links;

/// <summary>Tells how to speak to the holder of a link.</summary>
public sealed class LinkReader(Cycles cycles, TimeProvider clock)
{
    /// <summary>The holder's language, the plan and the present.</summary>
    public async Task<PageContext> ContextAsync(Link link, CancellationToken cancellation)
    {
        var plan = (await cycles.FindAsync(link.Cycle, cancellation))?.Plan;
        return new PageContext(
            plan?.FindPerson(link.Person)?.Language ?? Language.Vi,
            clock.GetUtcNow(),
            plan
        );
    }
}
