using Campaign.Contracts;
using Campaign.Messaging;

namespace Campaign.Identity.Posts;

/// <summary>What Identity learns from Organization.</summary>
internal static class Projections
{
    public static void Register(MessagingBuilder messaging) => messaging
        .Projection("posts", projection => projection
            .Handle<PostAssigned, KeepPosts>()
            .Handle<PostEnded, KeepPosts>()
            .RepeatInPlace())
        .Projection("members", projection => projection
            .Handle<MemberChanged, KeepMembers>()
            .RepeatInPlace());
}
