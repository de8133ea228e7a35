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
            .ResetWith("truncate table held_posts"))
        .Projection("members", projection => projection
            .Handle<MemberChanged, KeepMembers>()
            .ResetWith("truncate table members"));
}
